"""Articles that read like Indonesian news, in two states of one folder: of one evening and of the next.

An article is a dictionary id, title, body; the generator is random.Random, so a seed always gives the same ones.
"""
import json
import os

WORDS = """
    gubernur bupati warga petani nelayan pedagang pekerja siswa guru dokter peneliti polisi hakim menteri presiden
    pemerintah dewan kantor pasar sawah pelabuhan jembatan jalan sekolah rumah gedung bandara stasiun pabrik hutan
    harga beras kopi minyak cabai gula garam listrik air banjir gempa hujan kemarau panen anggaran pajak subsidi
    meninjau membangun memperbaiki mengumumkan menolak menyetujui membahas menjual membeli menanam mengirim menerima
    menunda mempercepat meresmikan mengatakan menjelaskan diperkirakan ditunda dibahas diresmikan terdampak
    di ke dari pada untuk dengan dan atau karena setelah sebelum sejak hingga bahwa yang ini itu akan telah sudah
    baru lama besar kecil mahal murah tinggi rendah ramai sepi aman rusak lancar cepat lambat bersama kembali
    kemarin hari pekan bulan tahun pagi malam Senin Selasa Rabu Kamis Jumat Sabtu Minggu 2019 2020 2021 2022
    Jakarta Bandung Semarang Surabaya Medan Makassar Ambon Kupang Padang Palembang Pontianak Manado Jayapura Denpasar
    persen ribu juta ton kilogram hektare kilometer rupiah kelompok koperasi kerja sama kesepakatan peraturan rencana
    """.split()

# Words that every article has, and those that tell which state it is from.
ALWAYS = "wartawan"
QUERIES = [("semua", ALWAYS), ("frasa", '"harga beras"'), ("judul", "judul:kabar"), ("kata", "petani OR banjir"),
           ("baru", "susulan"), ("lama", "semula")]


def sentence(random):
    words = [random.choice(WORDS) for _ in range(random.randint(6, 14))]
    return " ".join(words).capitalize() + "."


def article(random, number, mark, sentences=8):
    """`mark` goes into the text: it tells the article from another state of it."""
    title = f"Kabar {number} {' '.join(random.choice(WORDS) for _ in range(4))}"
    body = [f"Catatan {mark} dari {ALWAYS} tentang harga beras nomor {number}."]
    body += [sentence(random) for _ in range(sentences)]
    return {"id": f"berita-{number}", "title": title, "body": "\n".join(body)}


def write_text(folder, number, content):
    path = os.path.join(folder, "2021", "03", f"{number % 28 + 1:02}", f"kabar-{number}.txt")
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"{content['title']}\n\n{content['body']}\n")
    return path


def write_records(folder, name, records):
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as file:
        for record in records:
            file.write(json.dumps(record) + "\n")
    return path


def write_states(random, evening, morning, texts=12, records=60, sentences=8, each=9):
    """Writes a folder, and the same folder after some articles were added, changed, moved and removed.

    One record in `each` is changed. Files that did not change have equal stamps in both, as if they had been left
    alone.
    """
    old = [article(random, n, "semula", sentences) for n in range(texts + records)]
    new = [article(random, n, "susulan", sentences) for n in range(texts + records + 8)]
    for number in range(texts):
        write_text(evening, number, old[number])
        if number == 3:  # removed
            continue
        if number == 4:  # moved
            write_text(morning, 1004, old[number])
            continue
        write_text(morning, number, new[number] if number in (5, 6) else old[number])
    for number in (texts + records, texts + records + 1):  # added
        write_text(morning, number, new[number])
    lines = old[texts:texts + records]
    write_records(evening, "arsip.jsonl", lines)
    lines = [new[n] if n % each == 0 else old[n] for n in range(texts + 2, texts + records)]
    write_records(morning, "arsip.jsonl", lines + new[texts + records + 2:])
    for state, time in ((evening, 1_614_700_000), (morning, 1_614_786_400)):
        for folder, _, names in os.walk(state):
            for path in (os.path.join(folder, name) for name in names):
                before = os.path.join(evening, os.path.relpath(path, morning))
                same = os.path.exists(before) and read(path) == read(before)
                stamp = 1_614_700_000 if same else time
                os.utime(path, (stamp, stamp))


def read(path):
    with open(path, "rb") as file:
        return file.read()
