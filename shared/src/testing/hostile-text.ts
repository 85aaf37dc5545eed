import * as fc from 'fast-check'

/** Texts that have broken editors and exporters elsewhere: markup, formulas, half characters, other directions. */
export const HOSTILE_TEXTS = [
  '<script>window.__xss = 1</script>',
  '"><img src=x onerror=alert(1)>',
  '&lt;b&gt; &amp; &#x27;',
  '</style></body></html>',
  'javascript:alert(1)',
  '#set page(fill: red) #import "x" $ x^2 $ *strong* _em_ `raw` @ref <label> // no /* no',
  '\\u{1F600} #"a".len() #read("/etc/passwd")',
  '=HYPERLINK("http://example.org")',
  '{{7*7}} <%= 7*7 %> %s %n',
  'null\u0000byte, bell\u0007, escape\u001b[31m, delete\u007f, next line\u0085',
  'half \ud83d an emoji \ude00 here',
  'whole 👩🏽‍🦽 🏴󠁧󠁢󠁷󠁬󠁳󠁿 emoji',
  'مرحبا بالعالم',
  'آپ کیسے ہیں',
  'שלום עולם',
  'mixed مرحبا and \u202Eoverride\u202C and \u2066isolate\u2069',
  'zero\u200Bwidth\uFEFFmarks\u00AD soft',
  'e\u0301 Z̸͖͗a̷l̶g̵o̴',
  'ŵ ŷ Ŵ Ŷ â ê î ô û ẁ',
  'ਪੰਜਾਬੀ বাংলা தமிழ் 中文 日本語 한국어',
  'line\nbreak\r\nand\ttab\u2028and\u2029more',
  'a'.repeat(3_000),
  '__proto__',
  'constructor',
] as const

/** Any text a person or a program could put into a plan: ordinary, hostile, or broken Unicode. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
  { weight: 2, arbitrary: fc.constantFrom(...HOSTILE_TEXTS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 })
      .map((units) => String.fromCharCode(...units)),
  },
)
