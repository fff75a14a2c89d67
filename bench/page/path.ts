/** What secretlint uses of Node's `path`, for a browser. */
export default {
  basename: (path: string): string => path.slice(path.lastIndexOf('/') + 1)
};
