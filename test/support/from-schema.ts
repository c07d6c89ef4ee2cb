import fc from 'fast-check'
import type * as z from 'zod'

/** Ids that a field of this name may hold: those of the record it names, of others, and of none. `depth` is 1 at the top. */
export type IdsFor = (field: string, depth: number) => fc.Arbitrary<string>

const oddWords = [
  '',
  ' ',
  '__proto__',
  'constructor',
  '=1+1',
  "'=1",
  'T-01',
  'a; "b"',
  'line\r\nline',
  'e\u0301\u{1f4a9}',
  '\ud800',
  '\u0000',
  '%_\\',
  'x'.repeat(1_050),
]
const dates = ['2025', '2025-03', '2025-03-11', '2025-02~', '0000', '9999-12-31', '2024-02-29']

type Def = {
  type: string
  shape?: Record<string, z.ZodType>
  element?: z.ZodType
  innerType?: z.ZodType
  in?: z.ZodType
  options?: z.ZodType[]
  items?: z.ZodType[]
  entries?: Record<string, string>
  values?: unknown[]
  keyType?: z.ZodType
  valueType?: z.ZodType
  getter?: () => z.ZodType
  format?: string
}

const fits = <Value>(schema: z.ZodType, arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value> =>
  arbitrary.filter(value => schema.safeParse(value).success)

const texts = (schema: z.ZodType, field: string, depth: number, ids: IdsFor): fc.Arbitrary<string> => {
  if (schema.safeParse('01900000-0000-7000-8000-000000000001').success && !schema.safeParse('x').success)
    return ids(field, depth)
  const known = [...oddWords, ...dates, 'T-07', 'EUR', '2025-05-01T00:00:00.000Z', 'a'.repeat(64)]
  return fits(schema, fc.oneof(fc.constantFrom(...known), fc.string({ unit: 'binary', maxLength: 12 })))
}

/** Inputs that a schema allows, rather short: odd words, edges of numbers, and ids as `ids` gives them. */
export const fromSchema = (schema: z.ZodType, ids: IdsFor, field = '', depth = 0): fc.Arbitrary<unknown> => {
  const def = schema._zod.def as unknown as Def
  const inner = (one: z.ZodType | undefined, name = field) => {
    if (one === undefined) throw new Error(`Nothing within ${def.type} ${field}`)
    return fromSchema(one, ids, name, depth + 1)
  }
  switch (def.type) {
    case 'object':
      return fc
        .record(Object.fromEntries(Object.entries(def.shape ?? {}).map(([name, one]) => [name, inner(one, name)])))
        .map(made => Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined)))
    case 'array':
      return fits(schema, fc.array(inner(def.element), { maxLength: depth > 6 ? 1 : 4 }))
    case 'tuple':
      return fc.tuple(...(def.items ?? []).map(one => inner(one)))
    case 'string':
      return texts(schema, field, depth, ids)
    case 'number':
    case 'int':
      return fits(schema, fc.oneof(fc.constantFrom(0, 1, 5, 50, 100, -1, 0.1, 1e15, 1e300), fc.nat(200)))
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'undefined':
      return fc.constant(undefined)
    case 'literal':
      return fc.constantFrom(...(def.values ?? []))
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries ?? {}))
    case 'union':
      return fc.oneof(...(def.options ?? []).map(one => inner(one)))
    case 'nullable':
      return fc.oneof(fc.constant(null), inner(def.innerType))
    case 'optional':
      return fc.oneof(fc.constant(undefined), inner(def.innerType))
    case 'default':
    case 'prefault':
    case 'readonly':
      return inner(def.innerType)
    case 'pipe':
      return inner(def.in)
    case 'lazy':
      return depth > 5 ? fc.constant(undefined) : inner(def.getter?.())
    case 'record':
      return fits(
        schema,
        fc.dictionary(inner(def.keyType) as fc.Arbitrary<string>, inner(def.valueType), { maxKeys: 3 }),
      )
    case 'any':
    case 'unknown':
      return fc.jsonValue({ maxDepth: 2 })
    case 'custom':
      return fits(schema, fc.uint8Array({ maxLength: 40 }))
    default:
      throw new Error(`No inputs are known for ${def.type} in ${field}`)
  }
}
