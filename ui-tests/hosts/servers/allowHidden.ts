/** JupyterLab whose server lists hidden files. */
import { notebook } from '../../support/notebooks';
import { labServer } from './lab';

const code = notebook('Hidden', 'print("done")\n');

export const allowHidden = labServer({
  args: ['--ContentsManager.allow_hidden=True'],
  files: {
    'project/study.ipynb': code,
    'project/data.csv': 'a,b\n1,2\n',
    'project/.zenodo.json': '{"title": "Soil under hidden files"}\n',
    'project/.binder/requirements.txt': 'numpy==2.0.0\n',
    'project/.gitignore': '*.log\n',
    'project/.zenodoignore': 'drafts/\n',
    'project/drafts/idea.txt': 'Not yet.\n',
    // What must stay at home.
    'project/.env': 'PASSWORD=correct-horse-battery\n',
    'project/.git/HEAD': 'ref: refs/heads/main\n',
    'project/.git/config': '[core]\n\tbare = false\n',
    'project/.ipynb_checkpoints/study-checkpoint.ipynb': code,
    'project/.ssh/id_ed25519': 'nobody’s key\n',
    'project/.DS_Store': '\u0000'
  }
});
