/** The source files themselves, read for the tests about them. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import ts from "typescript";

export type Import = {
  from: string;
  /** A file of the project, or the name of a package. */
  to: string;
  isPackage: boolean;
  /** Erased by the compiler: the other file is not loaded. */
  isTypeOnly: boolean;
};

export type Source = { file: string; text: string; lines: number; imports: Import[]; hasDefaultExport: boolean };

/** Every TypeScript file under the folders. */
export function sourcesUnder(...folders: string[]): Source[] {
  return folders.flatMap(filesUnder).map(readSource);
}

export function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.d)\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function readSource(file: string): Source {
  const text = readFileSync(file, "utf8");
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, false, scriptKind(file));
  const imports: Import[] = [];
  let hasDefaultExport = false;
  const visit = (node: ts.Node): void => {
    const found = importedBy(node);
    if (found) imports.push({ from: file, ...resolved(file, found.name), isTypeOnly: found.isTypeOnly });
    hasDefaultExport ||= isDefaultExport(node);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return { file, text, lines: text.split("\n").length - 1, imports, hasDefaultExport };
}

function scriptKind(file: string): ts.ScriptKind {
  return file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
}

/** The module named by an import, a re-export or an import() call. */
function importedBy(node: ts.Node): { name: string; isTypeOnly: boolean } | null {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    return { name: node.moduleSpecifier.text, isTypeOnly: isErased(node.importClause) };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
    return { name: node.moduleSpecifier.text, isTypeOnly: node.isTypeOnly };
  }
  const [argument] = ts.isCallExpression(node) ? node.arguments : [];
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && argument) {
    return ts.isStringLiteral(argument) ? { name: argument.text, isTypeOnly: false } : null;
  }
  return null;
}

/** `import type { A }` and `import { type A, type B }`; a bare `import "x"` is not. */
function isErased(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const named = clause.namedBindings;
  return !clause.name && !!named && ts.isNamedImports(named) && named.elements.every((element) => element.isTypeOnly);
}

function isDefaultExport(node: ts.Node): boolean {
  if (ts.isExportAssignment(node)) return !node.isExportEquals;
  const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined;
  return modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.DefaultKeyword) ?? false;
}

function resolved(from: string, name: string): { to: string; isPackage: boolean } {
  const path = pathOf(from, name);
  if (path === null) return { to: name, isPackage: true };
  const file = ["", ".ts", ".tsx"].map((ending) => path + ending).find((candidate) => isFile(candidate));
  return { to: file ?? path, isPackage: false };
}

function pathOf(from: string, name: string): string | null {
  if (name.startsWith("~/")) return join("app", name.slice(2));
  if (name.startsWith("#db/")) return join("db", name.slice(4));
  if (name.startsWith(".")) return normalize(join(dirname(from), name));
  return null;
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}
