"""The words of a collection, read without the analyser that is judged: runs of letters and digits, which hyphens and
apostrophes may join."""
import array
import collections
import re

TOKEN = re.compile(r"\w+(?:[-'’]\w+)*|[^\w\s]+|\n+")
# Numbers of what is no word: punctuation and line breaks; what stands between title and body.
MARK, BORDER = 0, 1


class CollectionText:
    """Texts as numbers of words in lower case."""

    def __init__(self, articles):
        """`articles`: (docno, title, body)"""
        self.docnos = []
        self.words = [".", "\0"]  # by number
        self.texts = []  # arrays of numbers, with marks and borders
        written = collections.defaultdict(lambda: len(written))
        for docno, title, body in articles:
            tokens = [*TOKEN.findall(title), self.words[BORDER], *TOKEN.findall(body)]
            self.docnos.append(docno)
            self.texts.append(array.array("I", map(written.__getitem__, tokens)))
        self._fold(written)

    def _fold(self, written):
        """Makes the numbers of tokens as they were written those of words in lower case, and counts."""
        self.number = {word: i for i, word in enumerate(self.words)}
        folded = []
        for token in written:
            word = token.lower() if token == self.words[BORDER] or token[0].isalnum() or token[0] == "_" else "."
            folded.append(self.number.setdefault(word, len(self.number)))
        self.words = list(self.number)
        counts = collections.Counter()
        for text in self.texts:
            counts.update(text)
        self.count = [0] * len(self.words)
        self._capitals = [0] * len(self.words)
        for token, i in written.items():
            self.count[folded[i]] += counts[i]
            self._capitals[folded[i]] += counts[i] if token[0].isupper() else 0
        self.texts = [array.array("I", map(folded.__getitem__, text)) for text in self.texts]

    def is_name(self, number):
        """Whether a word is capitalised in most of its occurrences."""
        return 2 * self._capitals[number] > self.count[number]

    def is_plain(self, number):
        """Whether a word has at least four characters, all of them letters, and is no name."""
        word = self.words[number]
        return len(word) >= 4 and word.isalpha() and not self.is_name(number)

    def most_frequent(self, wanted):
        numbers = range(BORDER + 1, len(self.words))
        return sorted(numbers, key=lambda number: -self.count[number])[:wanted]

    def postings(self, numbers):
        """{number: set of the articles with this word}"""
        found = {number: set() for number in numbers}
        for article, text in enumerate(self.texts):
            for number in found.keys() & set(text):
                found[number].add(article)
        return found

    def has_phrase(self, article, phrase):
        """Whether the words stand side by side, with nothing but marks between, in the title or in the body."""
        text = array.array("I", filter(None, self.texts[article]))
        phrase = array.array("I", phrase)
        return any(number == phrase[0] and text[i:i + len(phrase)] == phrase for i, number in enumerate(text))
