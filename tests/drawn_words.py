"""What random documents say: words, and characters that some format means something by."""

import string

SWEDISH = (
    *("utföraren", "beställaren", "Åtgärden", "ärendet", "överenskommelsen", "är", "och", "i"),
    *("avsnitt", "lex", "Sarah", "e-post", "80\u00a0%", "4\u00a0093\u00a0284\u00a0kronor"),
    *("14\u00a0kap. 3\u00a0§", "2019–2021", "”citat”", "(bilaga", "1)", "SON 2019-755", "…"),
)
MARKUP = (
    *("&amp;", "<b>", "</p>", "<!--", "-->", "]]>", "{{x}}", "{%", "}}", "#", "##", "#let", "$x$"),
    *("*a*", "**", "_b_", "__", "`kod`", "~~", "|", "||", "\\", "\\n", "\\*", "---", "===", "+"),
    *("-", "–", "1.", "2)", ">", "[a](b)", "![", "[^1]", "]", "@ref", "https://exempel.se", "//"),
    *("/*", "&", "<", "&#35;", "%", "'", '"', "<https://a.se>", "a@b.se", "(c)", "...", "=", ":-:"),
)
CHARACTERS = string.digits + string.ascii_letters + string.punctuation + "åäöÅÄÖéü§½–—”’•€\u00a0"
ADDRESSES = (
    *("https://exempel.se", "http://exempel.se/a?b=c&d=(e)", "mailto:namn@exempel.se"),
    *("https://exempel.se/å ä\"<>'\\)", "HTTPS://EXEMPEL.SE/[x]*_|"),
    *(
        "javascript:alert(1)",
        " javascript:alert(1)",
        "data:text/html,<b>x</b>",
        "file:///etc/passwd",
    ),
    *("//exempel.se", "#ankare", "", "exempel.se"),
)
