"""What the checks share: the built site, their Python and Debian packages, and how they report.

A check is a script of its own. It takes the folder of a built site as its only argument, else `.ci/lib/site` gives one.
"""
import importlib.metadata
import os
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SCRATCH = ROOT / ".build" / "ci"
VENV = ROOT / ".build" / "ci-venv"
SKIPPED = 77


def need_python(*packages):
    """Goes on in a virtual environment that has these packages (`name` or `name==version`)."""
    python = VENV / "bin" / "python"
    if pathlib.Path(sys.prefix).resolve() != VENV.resolve():
        if not python.exists():
            made = subprocess.run([sys.executable, "-m", "venv", str(VENV)], capture_output=True, text=True)
            if made.returncode != 0:
                shutil.rmtree(VENV, ignore_errors=True)
                need_debian("python3-venv")
                subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True, stdout=sys.stderr)
        os.execv(python, [str(python), *sys.argv])
    missing = [package for package in packages if not is_installed(package)]
    if missing:
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *missing]
        subprocess.run(command, check=True, stdout=sys.stderr)


def is_installed(package):
    name, _, version = package.partition("==")
    try:
        return version in ("", importlib.metadata.version(name))
    except importlib.metadata.PackageNotFoundError:
        return False


def need_debian(*packages):
    """Installs the Debian packages that are missing, as root or by sudo."""
    def is_missing(package):
        state = subprocess.run(
            ["dpkg-query", "-W", "-f=${db:Status-Status}", package], capture_output=True, text=True)
        return state.stdout != "installed"

    missing = [package for package in packages if is_missing(package)]
    if not missing:
        return
    as_root = [] if os.geteuid() == 0 else ["sudo"]
    quiet = {"check": True, "stdout": sys.stderr, "stdin": subprocess.DEVNULL}
    subprocess.run([*as_root, "apt-get", "update", "-qq"], **quiet)
    subprocess.run(
        [*as_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "-qq", "--no-install-recommends",
         *missing], **quiet)


def site_folder():
    """The folder of the built site."""
    if len(sys.argv) > 1:
        return pathlib.Path(sys.argv[1]).resolve()
    found = subprocess.run([str(ROOT / ".ci/lib/site")], stdout=subprocess.PIPE, text=True)
    if found.returncode != 0:
        sys.exit("there is no site to check: the build failed")
    return pathlib.Path(found.stdout.strip().splitlines()[-1])


def program():
    """The path of the program in release mode."""
    found = subprocess.run([str(ROOT / ".ci/lib/program")], stdout=subprocess.PIPE, text=True, check=True)
    return found.stdout.strip().splitlines()[-1]


def skip(reason):
    print(reason)
    sys.exit(SKIPPED)


class Report:
    """Gathers what is wrong; a check that looked at nothing is wrong as well."""

    def __init__(self):
        self.problems = []

    def problem(self, place, text):
        self.problems.append(f"{place}: {text}")

    def expect(self, condition, place, text):
        if not condition:
            self.problem(place, text)
        return bool(condition)

    def equal(self, found, expected, place, what):
        if found != expected:
            self.problem(place, f"{what} differ:\n    {found!r}\n    {expected!r}")

    def finish(self, figures, looked_at):
        """Prints the problems and the figures, and ends the check."""
        if not looked_at:
            self.problem("site", "there was nothing to look at")
        for problem in self.problems[:50]:
            print(problem)
        if len(self.problems) > 50:
            print(f"… and {len(self.problems) - 50} more")
        print(f"{len(self.problems)} problems, {figures}" if self.problems else figures)
        sys.exit(1 if self.problems else 0)
