"""What `searcher --analyze` says of words."""


def stems_of_warta(words, output):
    """Of `searcher --analyze`. A word that it takes for several, at positions of their own, stays as it is; so does
    one that only loses its accents (pokémon)."""
    tokens = [line.split("\t") for line in output.splitlines()]
    stems, begin, at = {}, 0, 0
    for word in words:
        end = begin + len(word.encode())
        found = []
        while at < len(tokens) and int(tokens[at][3]) < end:
            found.append(tokens[at])
            at += 1
        if len({token[2] for token in found}) == 1:
            surface, stem = found[0][:2]
            stems[word] = word if stem == surface else stem
        begin = end + 1
    return stems
