"""Fenced code of the content: where it stands, and whether it is at least well formed in its language."""
import json
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

import yaml

# What nginx needs around a `location` to read it.
NGINX = """pid {folder}/pid; error_log {folder}/log; events {{}}
http {{ access_log off; upstream upstream_gateway {{ server 127.0.0.1:9; }} server {{ listen 127.0.0.1:8089;
{code}
}} }}
"""


def fences(text):
    """(language, code) of each fenced code, without the indent of its fence."""
    for indent, language, code in re.findall(r"^( *)```(\w+)\n(.*?)^\1```$", text, re.M | re.S):
        yield language, re.sub(rf"^{indent}", "", code, flags=re.M)


def mistake(language, code):
    """What is wrong with a code; nothing when it is well formed, or when this machine can't tell."""
    check = CHECKS.get(language)
    return check(code) if check else None


def _json(code):
    """One value, or one value a line."""
    try:
        json.loads(code)
    except ValueError:
        try:
            for line in code.splitlines():
                json.loads(line)
        except ValueError as error:
            return str(error)
    return None


def _yaml(code):
    try:
        yaml.safe_load(code)
    except yaml.YAMLError as error:
        return str(error)
    return None


def _python(code):
    try:
        compile(code, "fence", "exec")
    except SyntaxError as error:
        return str(error)
    return None


def _command(suffix, *command):
    def check(code):
        if shutil.which(command[0]) is None:
            return None
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / ("fence" + suffix)
            path.write_text(code, encoding="utf-8")
            result = subprocess.run([*command, str(path)], capture_output=True, text=True)
        return result.stderr[:300] if result.returncode else None
    return check


def _nginx(code):
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if program is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "nginx.conf"
        path.write_text(NGINX.format(folder=folder, code=code), encoding="utf-8")
        result = subprocess.run(
            [program, "-t", "-q", "-p", folder, "-e", f"{folder}/log", "-c", str(path)], capture_output=True, text=True)
    return result.stderr[:300] if result.returncode else None


CHECKS = {
    "bash": _command(".sh", "bash", "-n"), "javascript": _command(".mjs", "node", "--check"), "json": _json,
    "nginx": _nginx, "python": _python, "yaml": _yaml,
}
