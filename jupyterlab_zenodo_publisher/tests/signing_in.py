"""How the tests sign in with the simulated Zenodo."""

from __future__ import annotations

import re

import httpx

from .conftest import Simulator


def client_of(simulator: Simulator, kind: str = "confidential") -> dict[str, str]:
    client = simulator.clients[kind]
    secret = {"client_secret": client["client_secret"]} if kind == "confidential" else {}
    return {"client_id": client["client_id"], **secret}


def redirect_of(simulator: Simulator, kind: str = "confidential") -> str:
    return simulator.clients[kind]["redirect_uris"][0]


def code_of(simulator: Simulator, kind: str = "confidential") -> str:
    """Log in, agree, and take the code from the address to which the site sends us back."""
    with httpx.Client(base_url=simulator.base) as browser:
        query = {
            "response_type": "code",
            "client_id": simulator.clients[kind]["client_id"],
            "redirect_uri": redirect_of(simulator, kind),
            "scope": "deposit:write deposit:actions",
            "state": "s",
        }
        login = {"email": "owner@example.org", "password": simulator.password}
        browser.post("/login/", data=login)
        answer = browser.post("/oauth/authorize", params=query, data={"confirm": "yes"})
        [code] = re.findall(r"[?&]code=([^&]+)", answer.headers["Location"])
        return code


def grant(simulator: Simulator, kind: str = "confidential", **changes: str) -> dict:
    return {
        "site": simulator.base,
        "code": code_of(simulator, kind),
        "redirectUri": redirect_of(simulator, kind),
        **changes,
    }
