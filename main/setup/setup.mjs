// The one set-up that every script begins with: packages, Debian packages, the runtime and the build.
import { ensureDebianPackages } from './debian.mjs'
import { ensurePackages } from './packages.mjs'

/**
 * Brings in what is missing and builds.
 * @param {{ display: boolean, tests: boolean }} purpose display: a virtual one will be started
 * @returns {Promise<import('./runtime.mjs').Runtime>}
 */
export async function setUp(purpose) {
  await ensurePackages()
  await ensureDebianPackages(purpose)
  const { ensureRuntime } = await import('./runtime.mjs')
  const runtime = await ensureRuntime()
  const { ensureBuild } = await import('./build.mjs')
  await ensureBuild()
  return runtime
}
