// Runs in the measured page before anything of ours. Times are ms since the navigation began (performance.now()).
globalThis.bench = (() => {
  /** When the next frame has been drawn: a message posted in its animation callback arrives after it. */
  const drawn = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve(performance.now())
        port2.postMessage(null)
      })
    })

  const watch = (node, told) => {
    const observer = new MutationObserver((changes) => told(changes) && observer.disconnect())
    observer.observe(node, { childList: true, subtree: true, characterData: true })
  }

  /** When a frame with something new in the page was drawn; `isIt` is asked of each added node. */
  const shown = (isIt) =>
    new Promise((resolve) => {
      watch(document, (changes) => {
        const nodes = changes.flatMap(({ addedNodes }) => [...addedNodes])
        if (!nodes.some((node) => node.isConnected && isIt(node))) return false
        drawn().then(resolve)
        return true
      })
    })

  const wordsShown = (words) => shown((node) => node.textContent.includes(words))

  /** `name`: how the accessible name of the button begins, as a regular expression. */
  const buttonShown = (name) =>
    shown((node) =>
      [...(node.querySelectorAll?.('button') ?? [])].some((button) =>
        new RegExp(name).test(button.getAttribute('aria-label') ?? button.textContent),
      ),
    )

  const isEditor = (node) => node.isContentEditable && node.getAttribute('role') === 'textbox'

  /** When the finger of the next tap was lifted. */
  const lifted = () =>
    new Promise((resolve) => {
      addEventListener('pointerup', ({ timeStamp }) => resolve(timeStamp), { capture: true, once: true })
    })

  /** An editor has got the focus, and when the first frame after that has been drawn. */
  const focused = () =>
    new Promise((resolve) => {
      const hear = ({ target }) => {
        if (!isEditor(target)) return
        removeEventListener('focusin', hear, true)
        const at = performance.now()
        drawn().then((frame) => resolve({ at, drawn: frame }))
      }
      addEventListener('focusin', hear, true)
    })

  /** From each key going down to the frame after its letter has come into the editor that has the focus. */
  const keys = () => {
    const editor = document.activeElement
    if (!isEditor(editor)) throw new Error('no editor has the focus')
    const samples = []
    const pressed = []
    let length = editor.textContent.length
    addEventListener('keydown', ({ timeStamp }) => pressed.push(timeStamp), true)
    watch(editor, () => {
      const came = editor.textContent.length - length
      if (came <= 0) return false
      length += came
      const shown = pressed.splice(0, came)
      requestAnimationFrame(() => {
        const now = performance.now()
        for (const at of shown) samples.push(now - at)
      })
      return false
    })
    return samples
  }

  /** A fixed piece of work that shows how fast this page's processor is (ms, best of five). */
  const fixedWork = () => {
    const times = []
    for (let round = 0; round < 5; round += 1) {
      const began = performance.now()
      let sum = 0
      for (let i = 0; i < 20_000_000; i += 1) sum = (sum + i * 31) | 0
      times.push(performance.now() - began + (sum === 1 ? 1 : 0))
    }
    return Math.min(...times)
  }

  return { wordsShown, buttonShown, lifted, focused, keys, fixedWork }
})()
