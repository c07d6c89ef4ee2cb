// npm run -s glossator -- VERB …: the command line of the clone. Whatever set-up has to say goes to stderr.
import path from 'node:path'
import { hasDisplay } from './display.mjs'
import { ensurePackages } from './packages.mjs'
import { out, root, run, runScript } from './project.mjs'

/** Only a PDF needs the runtime, and only then is it brought in. @param {string[]} values */
const printsPdf = values =>
  values[0] === 'export' && !values.some(value => /^(--format=)?(csv|json|xlsx|docx|excerpts|w3c)$/.test(value))

await runScript(async () => {
  const values = process.argv.slice(2)
  /** @type {NodeJS.ProcessEnv} */
  const environment = { ...process.env }
  await ensurePackages()
  if (printsPdf(values)) {
    const { ensureDebianPackages } = await import('./debian.mjs')
    await ensureDebianPackages({ display: !hasDisplay, tests: false })
    const { ensureRuntime } = await import('./runtime.mjs')
    environment.GLOSSATOR_ELECTRON = (await ensureRuntime()).executable
  }
  const { ensureBuild } = await import('./build.mjs')
  await ensureBuild()
  return run(process.execPath, [path.join(out, 'main/glossator.cjs'), ...values], {
    cwd: process.env.INIT_CWD ?? root,
    env: environment,
  })
})
