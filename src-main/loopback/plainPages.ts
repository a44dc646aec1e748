const plainPage = (title: string, sentences: readonly string[]): string =>
  `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:36em;margin:15vh auto;padding:0 1.5em;color-scheme:light dark}</style>
<h1>${title}</h1>
${sentences.map(sentence => `<p>${sentence}</p>`).join('\n')}
</html>
`

/** What a browser without a cookie is shown: what happened, what was kept, what to do. Plain text of ours only, nothing of the request. */
export const noEntryPage = plainPage('CastMatch does not know this browser yet', [
  'The link that CastMatch printed opens it once, in one browser. This browser has not used it, or has forgotten it. Nothing was lost.',
  'Go to the window in which CastMatch was started and press Enter: it prints a fresh link. Where there is no such window, close CastMatch and start it again.',
  'Did you come here by a link on another page just now? Then <a href="/">continue to CastMatch</a>.',
])

/** What is shown where the page was never built. */
export const notBuiltPage = plainPage('The page of CastMatch is not built yet', [
  'The office is running and your data is safe, but there is no page to show it. Run <code>npm start</code>, which builds it, or <code>npm run build</code>.',
])
