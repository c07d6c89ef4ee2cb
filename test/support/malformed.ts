import fc from 'fast-check'

/** Values that no operation expects, each made anew so that none is shared. */
const strangers: (() => unknown)[] = [
  () => undefined,
  () => null,
  () => true,
  () => 0,
  () => -0,
  () => -1,
  () => 1.5,
  () => Number.NaN,
  () => Number.POSITIVE_INFINITY,
  () => Number.MAX_SAFE_INTEGER + 2,
  () => 2 ** 31,
  () => 1n,
  () => '',
  () => '\0',
  () => '\ud800',
  () => '../../etc/passwd',
  () => "'; drop table source; --",
  () => '%s%n\u202e\u0000',
  () => 'x'.repeat(1_100_000),
  () => '((((((((((((((((((((((((((((((((a*)*)*)*)*',
  () => '01900000-0000-7000-8000-000000000001',
  () => '__proto__',
  () => [],
  () => ({}),
  () => [null],
  () => [[[[]]]],
  () => new Array(100_000).fill(0),
  () => new Array(2 ** 20),
  () => JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
  () => Object.create(null),
  () => new Date(Number.NaN),
  () => new Map([['a', 1]]),
  () => new Set([1]),
  () => /a/g,
  () => new Error('no'),
  () => new Uint8Array(8),
  () => new Uint8Array(600 * 1024),
  () => new Float64Array(4),
  () => new ArrayBuffer(8),
  () => Symbol('no'),
  () => () => 'no',
  () => Promise.resolve(1),
  () => ({ toString: () => 'id', toJSON: () => 'id', valueOf: () => 1 }),
  () => ({ length: 3, 0: 'a' }),
  () => ({
    get id(): string {
      throw new Error('read')
    },
  }),
  () =>
    new Proxy(
      {},
      {
        get: () => {
          throw new Error('read')
        },
        ownKeys: () => {
          throw new Error('listed')
        },
      },
    ),
  () => nested(20_000, 'content'),
  () => nested(5_000, 'all'),
  () => {
    const round: Record<string, unknown> = {}
    round.content = [round]
    round.type = 'doc'
    return round
  },
  () => ({ type: 'doc', content: [nested(15_000, 'content')] }),
]

/** Something that holds itself so many levels deep. */
function nested(levels: number, name: string): unknown {
  let inner: unknown = { type: 'text', text: 'x' }
  for (let level = 0; level < levels; level++) inner = { type: 'paragraph', [name]: [inner] }
  return inner
}

export const stranger: fc.Arbitrary<unknown> = fc.constantFrom(...strangers).map(make => make())

/** Where something stands within an input, as the names and numbers that lead to it. */
const placesIn = (value: unknown, at: (string | number)[] = []): (string | number)[][] => {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return [at]
  return [at, ...Object.entries(value).flatMap(([name, one]) => placesIn(one, [...at, name]))]
}

const putAt = (value: unknown, [first, ...rest]: (string | number)[], put: unknown): unknown => {
  if (first === undefined) return put
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string | number, unknown>
  copy[first] = putAt(copy[first], rest, put)
  return copy
}

/** An input that fits, with something strange in one of its places, a field more, or a field less. */
export const malformed = (fitting: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.tuple(fitting, stranger, fc.nat(), fc.nat(9)).map(([input, strange, number, how]) => {
    if (how === 0) return strange
    const places = placesIn(input)
    const place = places[number % places.length] ?? []
    if (how === 1) return putAt(input, [...place.slice(0, -1), 'surprise'], strange)
    if (how === 2 && typeof input === 'object' && input !== null) {
      const names = Object.keys(input)
      const { [names[number % names.length] ?? '']: _, ...others } = input as Record<string, unknown>
      return others
    }
    return putAt(input, place, strange)
  })
