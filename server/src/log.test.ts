import { describe, expect, it } from 'vitest'
import { createLog } from './log.ts'

const logged = (say: (log: ReturnType<typeof createLog>) => void): string => {
  const lines: string[] = []
  say(createLog('info', { write: (line) => void lines.push(line) }))
  return lines.join('')
}

describe('the log', () => {
  it('[LIMIT-36] cuts out what could hold words, names or secrets, at the top and one level down', () => {
    const line = logged((log) =>
      log.info({ name: 'Marigold', cookie: 'c00kie', person: { title: 'Larkspur', token: 't0ken' }, count: 3 }, 'said'),
    )
    for (const hidden of ['Marigold', 'c00kie', 'Larkspur', 't0ken']) expect(line).not.toContain(hidden)
    expect(JSON.parse(line)).toMatchObject({ count: 3, name: '(hidden)', msg: 'said' })
  })

  it('[LIMIT-36] tells the kind and place of an error and not its message, which may quote somebody', () => {
    const err = Object.assign(new TypeError('cannot read "my dog Biscuit"\n at all'), { code: 'SQLITE_FULL' })
    const line = logged((log) => log.error({ err }, 'went wrong'))
    expect(line).not.toContain('Biscuit')
    expect(JSON.parse(line)).toMatchObject({
      err: {
        type: 'TypeError',
        kind: 'SQLITE_FULL',
        at: expect.arrayContaining([expect.stringContaining('log.test')]),
      },
    })
  })

  it('[LIMIT-36] stands a thrown thing that is no error', () => {
    expect(JSON.parse(logged((log) => log.error({ err: 'Biscuit' }, 'went wrong'))).err).toEqual({ type: 'string' })
  })
})
