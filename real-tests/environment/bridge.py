"""Drives one kernel over JSON lines: a command on standard input, its answer on standard output.

Arguments: how the kernel is started (a list of JSON, as in a kernel's specification),
its language, the folder in which it runs, and a folder for what is written on the way.
"""

import json
import os
import sys
import time

argv, language, folder, scratch = sys.argv[1:]
specs = os.path.join(scratch, "kernels", "bridged")
os.makedirs(specs, exist_ok=True)
with open(os.path.join(specs, "kernel.json"), "w") as stream:
    json.dump(
        {
            "argv": json.loads(argv),
            "display_name": "Bridged",
            "language": language,
        },
        stream,
    )
os.environ["JUPYTER_PATH"] = scratch

from jupyter_client.manager import start_new_kernel  # noqa: E402

manager, client = start_new_kernel(kernel_name="bridged", cwd=folder)
replies = {}


def send(channel, kind, content, subshell=None):
    message = client.session.msg(kind, content)
    if subshell:
        message["header"]["subshell_id"] = subshell
    channel.send(message)
    return message["header"]["msg_id"]


def reply_to(channel, identity, timeout=60):
    end = time.monotonic() + timeout
    while identity not in replies:
        message = channel.get_msg(timeout=max(end - time.monotonic(), 0.01))
        replies[message["parent_header"]["msg_id"]] = message["content"]
    return replies.pop(identity)


def published(identity):
    """What the kernel published for a request, until it is idle again."""
    found = []
    while True:
        message = client.iopub_channel.get_msg(timeout=10)
        if message["parent_header"].get("msg_id") != identity:
            continue
        found.append(message["msg_type"])
        if message["content"].get("execution_state") == "idle":
            return found


def execute(content, subshell=None):
    identity = send(client.shell_channel, "execute_request", content, subshell)
    reply = reply_to(client.shell_channel, identity)
    return {"reply": reply, "published": published(identity)}


def control(kind, content):
    identity = send(client.control_channel, kind, content)
    return reply_to(client.control_channel, identity)


def run(code, silent=False):
    # What waits behind a cell that fails is to be answered all the same.
    return {
        "code": code,
        "silent": silent,
        "store_history": not silent,
        "stop_on_error": False,
    }


def answer(command):
    kind = command["kind"]
    if kind == "run":
        return execute(run(command["code"]))
    if kind == "begin":
        begun = send(client.shell_channel, "execute_request", run(command["code"]))
        return {"begun": begun}
    if kind == "ask":
        return execute(command["content"])
    if kind == "ask-subshell":
        made = control("create_subshell_request", {})["subshell_id"]
        try:
            return execute(command["content"], made)
        finally:
            control("delete_subshell_request", {"subshell_id": made})
    if kind == "subshells":
        return control("list_subshell_request", {})
    if kind == "info":
        identity = send(client.shell_channel, "kernel_info_request", {})
        return reply_to(client.shell_channel, identity)
    if kind == "interrupt":
        manager.interrupt_kernel()
        return reply_to(client.shell_channel, command["begun"])
    raise ValueError(kind)


try:
    for line in sys.stdin:
        try:
            result = answer(json.loads(line))
        except Exception as error:
            result = {"error": f"{type(error).__name__}: {error}"}
        print(json.dumps(result, default=str), flush=True)
finally:
    client.stop_channels()
    manager.shutdown_kernel(now=True)
