import { parseSync } from 'vite';
import { read } from './tree';

/** What a file of code says, as far as rules ask. */
export interface Syntax {
  /** Modules it names: static, dynamic, re-exported and in types. */
  imports: string[];
  /** Identifiers that stand for a variable: no property names, no keys. */
  names: Set<string>;
  /** Its string literals. */
  strings: Set<string>;
}

interface SyntaxNode {
  type: string;
  [field: string]: unknown;
}

/** Parses a file of the project. */
export function syntaxOf(path: string): Syntax {
  return parseCode(path, read(path));
}

/**
 * Parses code.
 *
 * @param path Its ending says the language.
 * @throws {Error} where the code is not valid: nothing could be said about it.
 */
export function parseCode(path: string, code: string): Syntax {
  const { program, errors } = parseSync(path, code);
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message}`);
  const syntax: Syntax = { imports: [], names: new Set(), strings: new Set() };
  visit(program as unknown as SyntaxNode, syntax);
  return syntax;
}

const NAMING_FIELDS: Readonly<Record<string, string>> = {
  MemberExpression: 'property',
  Property: 'key',
  PropertyDefinition: 'key',
  MethodDefinition: 'key',
  TSPropertySignature: 'key',
  TSMethodSignature: 'key',
  TSQualifiedName: 'right',
};

function visit(node: SyntaxNode, syntax: Syntax): void {
  if (node.type === 'Identifier') syntax.names.add(node.name as string);
  if (node.type === 'Literal' && typeof node.value === 'string') syntax.strings.add(node.value);
  const source = node.source as { value?: unknown } | null | undefined;
  if (typeof source?.value === 'string') syntax.imports.push(source.value);

  const namingField = node.computed === true ? undefined : NAMING_FIELDS[node.type];
  for (const [field, value] of Object.entries(node)) {
    if (field === namingField) continue;
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) visit(child, syntax);
    }
  }
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value;
}
