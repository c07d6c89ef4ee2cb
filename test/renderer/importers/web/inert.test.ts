import fc from 'fast-check'
import { expect, test } from 'vitest'
import { importedFrom } from '../imports.ts'

/** What must not be found in a draft, in text, statements or warnings. */
const dangers =
  /tracker\.example|javascript:|vbscript:|data:|onerror|onload|<\/?(?:script|style|img|iframe|svg|link|meta|object|p|div|a)\b|@import|url\(/i

const attack = fc.constantFrom(
  '<img src="https://tracker.example/1.gif" alt="tracker.example">',
  '<img srcset="https://tracker.example/a 1x" onerror="alert(1)">',
  '<picture><source srcset="https://tracker.example/a"></picture>',
  '<video poster="https://tracker.example/a"><track src="https://tracker.example/b"></video>',
  '<script src="https://tracker.example/a.js">javascript:1</script>',
  '<script>document.write("<img src=https://tracker.example>")</script>',
  '<style>@import url(https://tracker.example/a.css); p { background: url(data:image/png;base64,AAAA) }</style>',
  '<p style="background:url(https://tracker.example/b)">shown</p>',
  '<a href="javascript:alert(1)">a link</a>',
  '<a href="https://tracker.example/c" ping="https://tracker.example/d">a link</a>',
  '<iframe src="https://tracker.example/e"></iframe>',
  '<iframe srcdoc="&lt;img src=https://tracker.example/f&gt;&lt;p onload=1&gt;in it"></iframe>',
  '<object data="data:text/html,<p>x"></object><embed src="https://tracker.example/g">',
  '<svg onload="1"><image href="https://tracker.example/h"/><text>x</text></svg>',
  '<math><mtext><table><mglyph><style><img src=x onerror=1></style></mglyph></table></mtext></math>',
  '<link rel="canonical" href="javascript:alert(1)"><link rel="stylesheet" href="https://tracker.example/i">',
  '<meta property="og:image" content="https://tracker.example/j"><meta property="og:url" content="data:text/html,x">',
  '<meta http-equiv="refresh" content="0;url=https://tracker.example/k">',
  '<base href="https://tracker.example/">',
  '<form action="https://tracker.example/l"><input value="https://tracker.example/m"><button formaction="javascript:1">go</button></form>',
  '<noscript><img src="https://tracker.example/n"></noscript>',
  '<template><img src="https://tracker.example/o"></template>',
  '<x-a><template shadowrootmode="open"><img src="https://tracker.example/p"><style>p{}</style><slot></slot></template>in it</x-a>',
  '<p background="https://tracker.example/q" onload="1">shown',
  '<!-- <img src="https://tracker.example/r"> -->',
  '<!-- saved from url=(0020)javascript:alert(1) -->',
  '<script type="application/ld+json">{"@type":"NewsArticle","url":"javascript:1","image":"https://tracker.example/s","headline":7}</script>',
  '<title>A page',
  '<table><tr><td><img src="https://tracker.example/t">a<td>b',
  '<plaintext-not>',
  '</p></div></body></html>',
  '<sup><a href="#https://tracker.example">1</a></sup><q cite="https://tracker.example/u">said</q>',
)

test('no markup, script, style, data address or address of a picture survives into a draft', async () => {
  const piece = fc.oneof(
    { weight: 4, arbitrary: attack },
    fc.constantFrom('<p>words of it', '<div>', '<main>', '<b>', '<h1>', '\n'),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 25 }), async pieces => {
      const imported = await importedFrom('page.html', `<p>Words that are shown.</p>${pieces.join('')}`)
      if (!('draft' in imported)) return expect(imported).toHaveProperty('refusal')
      expect(JSON.stringify(imported.draft)).not.toMatch(dangers)
      expect(JSON.stringify(imported.draft.statements)).not.toMatch(/"value":"(?:javascript|data|vbscript):/i)
    }),
    { numRuns: 400 },
  )
})
