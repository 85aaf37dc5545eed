import { type Endpoint, REFUSALS, type Refusal } from '@withy/shared/api'
import * as z from 'zod/mini'
import { STATUS } from './refused.ts'

/** The API as an OpenAPI 3.1 description, made from what is really served (SPEC ACCESS-65). */
export function openApi(served: readonly Endpoint[]): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const endpoint of served) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(endpoint) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Withy', version: '1', description: 'Plans people make together.' },
    paths,
    components: {
      securitySchemes: { device: { type: 'apiKey', in: 'cookie', name: '__Host-withy' } },
      schemas: { Refused: REFUSED },
    },
  }
}

function operation({ path, does, needs, body, answer, refusals }: Endpoint): object {
  return {
    description: needs === 'nothing' || needs === 'session' ? does : `${does} For roles that may: ${needs}.`,
    security: needs === 'nothing' ? [] : [{ device: [] }],
    parameters: [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    })),
    ...(body && { requestBody: { required: true, content: json(z.toJSONSchema(body, { io: 'input' })) } }),
    responses: {
      200: {
        description: 'Done.',
        ...(answer && { content: json(z.toJSONSchema(answer, { io: 'output', unrepresentable: 'any' })) }),
      },
      ...Object.fromEntries(
        Object.entries(byStatus(refusals)).map(([status, words]) => [status, refusal(words ?? [])]),
      ),
    },
  }
}

const json = (schema: object): object => ({ 'application/json': { schema } })

const byStatus = (refusals: readonly Refusal[]) => Object.groupBy(refusals, (word) => STATUS[word])

const refusal = (words: readonly Refusal[]): object => ({
  description: words.map((word) => `${word}: ${REFUSALS[word].en}`).join(' '),
  content: json({ $ref: '#/components/schemas/Refused' }),
})

const REFUSED = {
  type: 'object',
  required: ['refused', 'sentence'],
  properties: {
    refused: { type: 'string', enum: Object.keys(REFUSALS) },
    sentence: { type: 'string', description: 'What to do next, in the language asked for.' },
  },
}
