import { LabIcon } from '@jupyterlab/ui-components';

/** The icon of the commands and the panel's tab: an arrow out of a tray. */
export const publishIcon = new LabIcon({
  name: 'jupyterlab-zenodo-publisher:publish',
  svgstr: `<svg xmlns="http://www.w3.org/2000/svg" width="16" viewBox="0 0 16 16">
  <path class="jp-icon3" fill="#616161" d="M1.2 9h1.6v4.200h10.400V9h1.600v5.800H1.200zM7.200 11V4.500L5 6.700 3.900 5.600 8 1.400l4.100 4.200L11 6.700 8.800 4.500V11z"/>
</svg>`
});
