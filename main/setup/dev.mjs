// npm run dev: rebuilds on every change and reloads the window. The page keeps its origin and its policy: no dev server.
import path from 'node:path'
import { hasDisplay } from './display.mjs'
import { isRoot, out, root, run, runScript, SetupError, say } from './project.mjs'
import { setUp } from './setup.mjs'

await runScript(async () => {
  if (!hasDisplay)
    throw new SetupError('npm run dev opens a window and there is no display here; npm start works without one.')
  const runtime = await setUp({ display: false, tests: false })
  const [vite, esbuild, { processes, viteConfig }] = await Promise.all([
    import('vite'),
    import('esbuild'),
    import('./build.mjs'),
  ])
  await vite.build({ configFile: viteConfig, build: { watch: {}, outDir: path.join(out, 'renderer') } })
  const context = await esbuild.context(processes())
  await context.watch()
  say('Watching: the window reloads when the page is rebuilt; start again after changes in main/.')
  const status = await run(runtime.executable, [...(isRoot ? ['--no-sandbox'] : []), root, ...process.argv.slice(2)], {
    env: { ...process.env, GLOSSATOR_DEV: '1' },
  })
  await context.dispose()
  process.exit(status)
})
