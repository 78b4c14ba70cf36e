"""The articles that scripts/bench measures with, in the shape that each program reads."""
import json
import pathlib
import random
import subprocess

UNPACK = {".gz": ["gzip", "-dc"], ".zst": ["zstd", "-dcq"], ".xz": ["xz", "-dc"]}


def read_articles(path, wanted):
    """Pairs of title and body; `wanted`: so many (0: all there are), recombined when they do not suffice."""
    articles = []
    command = UNPACK.get(pathlib.Path(path).suffix, ["cat"]) + [path]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as source:
        for line in source.stdout:
            record = json.loads(line)
            articles.append((record.get("title") or "", record.get("body") or ""))
            if len(articles) == wanted:
                source.kill()
                break
    return recombined(articles, wanted)


def recombined(articles, wanted):
    """More articles of the same words: the paragraphs of two, taken in turn, under the title of one."""
    chance = random.Random(1)
    made = list(articles)
    while len(made) < wanted:
        title, body = chance.choice(articles)
        halves = [part.split("\n") for part in (body, chance.choice(articles)[1])]
        longest = max(map(len, halves))
        paragraphs = [half[i] for i in range(longest) for half in halves if i < len(half)]
        made.append((title, "\n".join(paragraphs[:longest])))
    return made


def write_corpus(articles, work):
    """One text file an article below text/; articles.jsonl, articles.csv; articles.dump for scriptindex."""
    for number, (title, body) in enumerate(articles):
        folder = work / "text" / f"{number // 1000:03}"
        folder.mkdir(parents=True, exist_ok=True)
        title = " ".join(title.split())
        (folder / f"{number:07}.txt").write_text(f"{title}\n\n{body}\n", encoding="utf-8")
    with open(work / "articles.jsonl", "w", encoding="utf-8") as lines, \
            open(work / "articles.csv", "w", encoding="utf-8") as table, \
            open(work / "articles.dump", "w", encoding="utf-8") as dump:
        for title, body in articles:
            lines.write(json.dumps({"title": title, "body": body}, ensure_ascii=False) + "\n")
            table.write(",".join('"' + text.replace('"', '""') + '"' for text in (title, body)) + "\n")
            dump.write("title=" + " ".join(title.split()) + "\nbody=" + "\n=".join(body.split("\n")) + "\n\n")
