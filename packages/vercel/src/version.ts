/** The version of this package; `scripts/version.mjs` keeps it equal to package.json and to the document. */
export const version = "0.0.0";
