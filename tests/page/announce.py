"""Turns the newest edition of a register into one that is announced: announce.py REGISTER.JSON"""

import json
import sys

path = sys.argv[1]
with open(path, encoding="utf-8") as file:
    register = json.load(file)
register["current"] = register["editions"][-2]["id"]
register["editions"][-1]["effective"] = "2026-03-01"
register["editions"][-1]["objection_until"] = "2026-02-01"
register["publisher"]["objection"] = "Write to us."
with open(path, "w", encoding="utf-8") as file:
    json.dump(register, file, indent=2, ensure_ascii=False)
    file.write("\n")
