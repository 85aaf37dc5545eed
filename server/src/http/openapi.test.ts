import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWithy, type Withy } from '../testing/open-withy.ts'

type Operation = {
  security: unknown[]
  parameters: { name: string }[]
  requestBody?: unknown
  responses: Record<string, { description: string; content?: Record<string, { schema: unknown }> }>
}
type Description = { openapi: string; paths: Record<string, Record<string, Operation>> }

let withy: Withy
beforeAll(async () => {
  withy = await openWithy()
})
afterAll(() => withy.close())

describe('/openapi.json', () => {
  it('[ACCESS-65] tells every endpoint that is served: body, answer, and each way it says no', async () => {
    const { openapi, paths } = await withy.device().gets<Description>('GET', '/openapi.json')
    expect(openapi).toBe('3.1.0')
    const told = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((m) => `${m} ${path}`))
    const served = withy.served.map(({ method, path }) => `${method.toLowerCase()} ${path.replace(/:(\w+)/g, '{$1}')}`)
    expect(told.toSorted()).toEqual(served.toSorted())
    for (const { method, path, body, answer, refusals } of withy.served) {
      const operation = paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]
      expect(operation?.requestBody !== undefined).toBe(body !== undefined)
      expect(operation?.responses[200]?.content !== undefined).toBe(answer !== undefined)
      expect(operation?.parameters.map(({ name }) => `:${name}`)).toEqual(path.match(/:\w+/g) ?? [])
      const said = Object.values(operation?.responses ?? {})
        .map(({ description }) => description)
        .join(' ')
      for (const refusal of refusals) expect(said).toContain(`${refusal}: `)
    }
  })

  it('[ACCESS-65] has the limits of what is sent', async () => {
    const { paths } = await withy.device().gets<Description>('GET', '/openapi.json')
    const start = JSON.stringify(paths['/api/plans']?.post?.requestBody)
    expect(start).toContain('"title":{"type":"string","minLength":1,"maxLength":120')
    expect(start).toContain('"enum":["area","support"]')
  })
})
