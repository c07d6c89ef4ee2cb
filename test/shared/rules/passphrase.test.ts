import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newPassphrase } from '../../../shared/contract/sealing.ts'
import { shortestPassphrase, strengthOf } from '../../../shared/rules/passphrase.ts'

test.each([
  ['password', 'common'],
  ['P@ssw0rd123!', 'common'],
  ['qwertyuiop', 'common'],
  ['11111111', 'common'],
  ['correct horse battery staple', 'common'],
  ['Пароль2025', 'common'],
  ['Minerals2025!', 'weak'],
  ['abcdefghijklmnop', 'weak'],
  ['aaaaaaaaaaaaaaaaaaaaaaaa', 'weak'],
  ['xyxyxyxyxyxyxyxyxyxyxyxyxyxy', 'weak'],
  ['harbour', 'weak'],
  ['lantern walrus copper', 'fair'],
  ['lantern walrus copper Tuesday', 'strong'],
  ['ліхтар морж мідь вівторок', 'strong'],
  ['v8#Kq2!mZx4$Tw', 'strong'],
] as const)('%s is %s', (passphrase, strength) => {
  expect(strengthOf(passphrase)).toBe(strength)
})

test('any passphrase has a strength, and one that the contract refuses is never strong', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), passphrase => {
      const strength = strengthOf(passphrase)
      if (!newPassphrase.safeParse(passphrase).success) expect(strength).not.toBe('strong')
    }),
  )
  expect(newPassphrase.safeParse('a'.repeat(shortestPassphrase)).success).toBe(true)
  expect(newPassphrase.safeParse('a'.repeat(shortestPassphrase - 1)).success).toBe(false)
})
