/**
 * Custom environments that a project may have; the document's examples have the same. What the plans allow is not known
 * here, and this is enough for what people test.
 */
export const mostEnvironments = 12;
