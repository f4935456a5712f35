"""What the wheel holds: every room of `game`, and inside it the assets and scenarios that lie beside it here."""

import shutil

from setuptools import find_packages, setup

shutil.rmtree("build", ignore_errors=True)  # what has been taken away since the last build would be packed again

PACKED = "game._shipped_files"  # where game/shipped.py looks
FOLDERS = {f"{PACKED}.{folder}": folder for folder in ("assets", "scenarios")}

setup(
    packages=[*find_packages(include=["game", "game.*"]), *FOLDERS],
    package_dir=FOLDERS,
    package_data={package: ["**/*"] for package in FOLDERS},
)
