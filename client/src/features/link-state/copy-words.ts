/** Puts words on the clipboard. False where the browser lets no page do that. */
export async function copyWords(words: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(words)
    return true
  } catch {
    return copyFromField(words)
  }
}

/** The older way, which also works on plain http. */
function copyFromField(words: string): boolean {
  const before = document.activeElement
  const field = document.createElement('textarea')
  field.value = words
  field.style.cssText = 'position:fixed;inset:0;opacity:0'
  document.body.append(field)
  field.select()
  try {
    return document.execCommand('copy')
  } catch {
    return false
  } finally {
    field.remove()
    if (before instanceof HTMLElement) before.focus()
  }
}
