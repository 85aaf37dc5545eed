/** Has the browser ask before it closes the page. Chromium before version 119 asks only where there is a value, whatever it is. */
export function askBeforeClosing(event: BeforeUnloadEvent): void {
  event.preventDefault()
  event.returnValue = 'ask'
}

/** Whether leaving this page now would be asked about: there are words that only it has. */
export const wouldAskBeforeClosing = (): boolean =>
  !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))
