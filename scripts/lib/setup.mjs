/* Everything that the two commands need before they can start. */
import { buildLabextension, installPackage } from './labextension.mjs';
import { checkNode, setUpNode } from './node.mjs';
import { setUpPython } from './python.mjs';
import { timed } from './time.mjs';

async function step(name, work) {
  const { result, seconds } = await timed(work);
  if (result) {
    console.log(`${name}: ${seconds} s`);
  }
}

/** Python environment and node packages. */
export async function setUpTools() {
  checkNode();
  await step('Python environment (.venv)', setUpPython);
  await step('Node packages (node_modules)', setUpNode);
}

/** The tools, and the extension installed in .venv's JupyterLab. */
export async function setUpAll() {
  await setUpTools();
  await step('Front end', buildLabextension);
  await step('Python package', installPackage);
}
