"""What a check has to know of Markdown twins: their first heading, their links, their words without markup."""
import re

FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
LINK = re.compile(r"(?<!\\)\]\(\s*(<[^>\n]*>|[^\s()<>]*(?:\([^\s()]*\)[^\s()]*)*)(?:\s+\"[^\"]*\")?\s*\)")
AUTOLINK = re.compile(r"<(https?://[^>\s]+)>")
DEFINITION = re.compile(r"^ {0,3}\[[^\]]+\]:\s*(\S+)", re.M)


def without_front_matter(text):
    if text.startswith("---\n"):
        end = text.find("\n---\n", 3)
        if end >= 0:
            return text[end + 5:]
    return text


def prose(text):
    """The text without front matter, fenced code and code spans."""
    lines, fence = [], None
    for line in without_front_matter(text).split("\n"):
        mark = FENCE.match(line)
        if fence:
            if mark and mark[1][0] == fence[0] and len(mark[1]) >= len(fence) and line.strip() == mark[1]:
                fence = None
            continue
        if mark:
            fence = mark[1]
            continue
        lines.append(line)
    return re.sub(r"(`+)(?!`).+?(?<!`)\1(?!`)", "", "\n".join(lines), flags=re.S)


def title(text):
    """The first heading of the first level."""
    for line in without_front_matter(text).split("\n"):
        if line.startswith("# "):
            return line[2:].strip()
    return None


def links(text):
    """Destinations of links and images outside code."""
    body = prose(text)
    found = [match.strip("<>") for match in LINK.findall(body)]
    return found + AUTOLINK.findall(body) + DEFINITION.findall(body)


def words(text):
    """The letters and digits of a text: what is left when markup, spaces and punctuation are gone."""
    text = LINK.sub("]", text)
    return "".join(character for character in text if character.isalnum())
