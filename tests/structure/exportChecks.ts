import ts from 'typescript'
import { treeOf, type Source } from './source.ts'

/** Files in which a tool demands a default export. */
const mayExportDefault = (path: string): boolean => /\.config\.(ts|js|mjs)$/.test(path) || path.endsWith('.worker.ts')

/** Default exports outside the files in which a tool demands one. */
export function defaultExports(sources: readonly Source[]): readonly string[] {
  return sources
    // Only what has the word is parsed, which would take most of the time of these checks.
    .filter(({ path, text }) => !path.endsWith('.css') && !mayExportDefault(path) && /\bdefault\b/.test(text))
    .filter(source => treeOf(source).statements.some(isDefaultExport))
    .map(({ path }) => `${path} has a default export. Export it by name.`)
}

function isDefaultExport(statement: ts.Statement): boolean {
  if (ts.isExportAssignment(statement)) return true
  if (ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause)) {
    return statement.exportClause.elements.some(element => element.name.text === 'default')
  }
  return has(statement, ts.SyntaxKind.DefaultKeyword)
}

/**
 * Exports without a doc comment.
 *
 * A type needs none where a documented value of the same name stands in the same file (`const Scene` and `type Scene`);
 * of overloads the first needs it.
 */
export function undocumented(sources: readonly Source[]): readonly string[] {
  return sources.filter(({ path }) => /\.tsx?$/.test(path)).flatMap(source => {
    const exported = treeOf(source).statements.filter(statement => has(statement, ts.SyntaxKind.ExportKeyword))
    const documented = new Set(exported.filter(isDocumented).flatMap(namesOf))
    return exported.flatMap(namesOf).filter(name => !documented.has(name)).map(name => `${source.path}: ${name} has no doc comment.`)
  })
}

const has = (node: ts.Node, kind: ts.SyntaxKind): boolean =>
  ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(modifier => modifier.kind === kind) === true

const isDocumented = (statement: ts.Statement): boolean =>
  ts.getJSDocCommentsAndTags(statement).some(doc => ts.isJSDoc(doc) && (ts.getTextOfJSDocComment(doc.comment) ?? '').trim() !== '')

function namesOf(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map(({ name }) => name.getText())
  const named = ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement) || ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)
  return named ? [statement.name?.text ?? 'default'] : []
}
