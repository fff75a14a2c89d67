import { onHost } from '../host';
import { lab44 } from '../servers/lab44';
import { publishStudy } from '../smoke';

const test = onHost(lab44);

test('JupyterLab 4.4 publishes a notebook', async ({
  page,
  request,
  host,
  site
}) => {
  await publishStudy({ page, request, host, site });
});
