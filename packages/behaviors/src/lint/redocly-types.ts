/** The part of Redocly's plugin interface that our rules use; its CLI publishes no types. */
export interface Location {
  readonly source: { readonly absoluteRef: string };
  /** Pointer inside the file, such as `#/paths/~1toys`. */
  readonly pointer: string;
  /** File and pointer. */
  readonly absolutePointer: string;
  child(keys: readonly (string | number)[]): Location;
  /** The same place, reported on its key. */
  key(): Location;
}

/** One finding as Redocly takes it. */
export interface Problem {
  readonly message: string;
  readonly location: Location;
  /** Overrides the severity that the configuration gives the rule. */
  readonly forceSeverity?: "error" | "warn";
}

/** What a visitor is given beside the node. */
export interface VisitorContext {
  readonly location: Location;
  readonly key: string | number;
  report(problem: Problem): void;
  /** Follows a `$ref` that stands in the file `from`. */
  resolve(node: unknown, from?: string): { readonly node?: unknown; readonly location?: Location };
}

/** What a rule or preprocessor does at one kind of node, before or after the nodes inside it. */
export interface Visit {
  enter?(node: Record<string, unknown>, context: VisitorContext): void;
  leave?(node: Record<string, unknown>, context: VisitorContext): void;
}

/** Makes the visitor of a rule or preprocessor from its options in the configuration. */
export type VisitorFactory = (options: Readonly<Record<string, unknown>>) => { readonly [type: string]: Visit };

/** A plugin as Redocly loads it. */
export interface Plugin {
  readonly id: string;
  readonly rules: { readonly oas3: { readonly [name: string]: VisitorFactory } };
  readonly preprocessors: { readonly oas3: { readonly [name: string]: VisitorFactory } };
}
