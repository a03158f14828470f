import { parseSync } from 'vite';

/** What no bundle may name, as a variable or as a property that it reads. */
const FORBIDDEN: ReadonlySet<string> = new Set([
  // Runs text as code.
  'eval',
  'importScripts',
  // Makes markup of text.
  'innerHTML',
  'outerHTML',
  'insertAdjacentHTML',
  'createContextualFragment',
  'setHTMLUnsafe',
  'parseHTMLUnsafe',
  'parseFromString',
  'srcdoc',
  // Asks the network, or another program.
  'fetch',
  'fetchLater',
  'XMLHttpRequest',
  'WebSocket',
  'WebSocketStream',
  'WebTransport',
  'EventSource',
  'RTCPeerConnection',
  'sendBeacon',
  'setUninstallURL',
  'sendNativeMessage',
  'connectNative',
]);

/** Harmless as objects; called or made, they run text or load a picture. */
const FORBIDDEN_CALLS: ReadonlySet<string> = new Set(['Function', 'Image', 'Audio']);

/** Methods of the document alone; other objects may well have some of these names. */
const FORBIDDEN_OF_DOCUMENT: ReadonlySet<string> = new Set(['write', 'writeln']);

interface SyntaxNode {
  type: string;
  [field: string]: unknown;
}

/**
 * What in a bundle breaks the stores' rules and our own promises: remote code, text run as code or made into
 * markup, requests.
 *
 * @returns What it names, once for each place; empty for a clean bundle.
 * @throws {Error} where it is not valid JavaScript.
 */
export function forbiddenCode(file: string, code: string): string[] {
  const { program, errors } = parseSync(file, code);
  if (errors.length > 0) throw new Error(`${file} does not parse: ${errors[0]?.message}`);
  const found: string[] = [];
  visit(program as unknown as SyntaxNode, found);
  return found;
}

function visit(node: SyntaxNode, found: string[], isPattern = false): void {
  const problem = problemOf(node);
  if (problem !== undefined) found.push(problem);
  for (const [field, value] of Object.entries(node)) {
    // A name that something is given does nothing, as in the polyfill's list of methods; in a pattern it reads.
    if (field === 'key' && node.computed !== true && (!isPattern || node.shorthand)) continue;
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) visit(child, found, node.type === 'ObjectPattern');
    }
  }
}

function problemOf(node: SyntaxNode): string | undefined {
  switch (node.type) {
    case 'Identifier':
      return FORBIDDEN.has(node.name as string) ? (node.name as string) : undefined;
    case 'MemberExpression':
      return problemOfMember(node);
    case 'NewExpression':
    case 'CallExpression': {
      const name = nameOf(node.callee as SyntaxNode);
      return name !== undefined && FORBIDDEN_CALLS.has(name) ? `${name}()` : undefined;
    }
    case 'ImportExpression':
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return problemOfImport(node);
    default:
      return undefined;
  }
}

function problemOfMember({ object, property, computed }: SyntaxNode): string | undefined {
  const name = computed === true ? textOf(property) : undefined;
  // A plain property is an identifier, which is looked at by itself.
  if (name !== undefined) return FORBIDDEN.has(name) ? name : undefined;
  const member = nameOf(property as SyntaxNode) ?? '';
  const isOfDocument = nameOf(object as SyntaxNode) === 'document';
  return isOfDocument && FORBIDDEN_OF_DOCUMENT.has(member) ? `document.${member}` : undefined;
}

/** Only files of the package, named beside the one that asks, may be imported. */
function problemOfImport({ type, source }: SyntaxNode): string | undefined {
  if (source === null || source === undefined) return undefined;
  const address = textOf(source);
  if (address !== undefined && /^\.{0,2}\//.test(address) && !address.startsWith('//')) {
    return undefined;
  }
  return type === 'ImportExpression' ? `import(${address ?? '…'})` : `import of ${address}`;
}

/** A variable's name, or a property's: `Function` and `window.Function` are one. */
function nameOf(node: SyntaxNode): string | undefined {
  if (node.type === 'MemberExpression') return nameOf(node.property as SyntaxNode);
  return node.type === 'Identifier' ? (node.name as string) : undefined;
}

/** What a string says, or a template without holes. */
function textOf(node: unknown): string | undefined {
  const { type, value, quasis } = node as SyntaxNode;
  if (type === 'Literal' && typeof value === 'string') return value;
  const [only, ...others] = (quasis as { value: { cooked: string } }[] | undefined) ?? [];
  return type === 'TemplateLiteral' && others.length === 0 ? only?.value.cooked : undefined;
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value;
}
