import { each } from '../looks.ts'
import { inPage } from './in-page.ts'

/** With reduced motion nothing moves; else nothing for longer than 200 ms, and nothing for ever. So nothing can flash either. */
export const motion = each('B9', async (page) => {
  const usual = await inPage(page, movesLongerThan200)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const reduced = await inPage(page, whatMoves)
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  return {
    looked: 2,
    short: [
      ...(usual.length > 0 ? [`moves long: ${usual.slice(0, 5).join('; ')}`] : []),
      ...(reduced.length > 0 ? [`moves though reduced: ${reduced.slice(0, 5).join('; ')}`] : []),
    ],
  }
})

function movesLongerThan200(): string[] {
  const { tell } = window.withyLook
  const longest = (times: string) =>
    Math.max(...times.split(',').map((time) => Number.parseFloat(time) * (time.trim().endsWith('ms') ? 1 : 1000)))
  const isLong = (element: Element, part?: string) => {
    const style = getComputedStyle(element, part)
    const animates = style.animationName !== 'none'
    return (
      longest(style.transitionDuration) > 200 ||
      (animates && (longest(style.animationDuration) > 200 || style.animationIterationCount.includes('infinite')))
    )
  }
  const running = document.getAnimations().filter(({ effect }) => Number(effect?.getComputedTiming().endTime) > 200)
  const plays = [...document.querySelectorAll('marquee, blink, video[autoplay], animate, animateTransform')]
  return [
    ...[...document.querySelectorAll('*')]
      .filter((element) => isLong(element) || isLong(element, '::before') || isLong(element, '::after'))
      .map(tell),
    ...running.map(({ id }) => `an animation ${id}`),
    ...plays.map(tell),
  ]
}

function whatMoves(): string[] {
  const { tell } = window.withyLook
  const running = document.getAnimations().filter(({ playState }) => playState === 'running')
  const scrolls = getComputedStyle(document.documentElement).scrollBehavior
  // A page at rest runs nothing: what would run is in its style.
  const would = [...document.querySelectorAll('*')].filter((element) =>
    [null, '::before', '::after'].some((part) => {
      const { animationName, transitionDuration } = getComputedStyle(element, part)
      return animationName !== 'none' || transitionDuration.split(',').some((time) => Number.parseFloat(time) > 0)
    }),
  )
  return [
    ...running.map(({ id }) => `an animation ${id}`),
    ...would.map(tell),
    ...(scrolls === 'smooth' ? ['smooth scrolling'] : []),
  ]
}
