// npm start: brings in what is missing, builds, and opens the app. Without a display it does the main job unseen.
import path from 'node:path'
import { hasDisplay, startVirtualDisplay } from './display.mjs'
import { isRoot, out, root, run, runScript, say } from './project.mjs'
import { setUp } from './setup.mjs'

/** Paths are given relative to where npm was called, not to the project. @param {string[]} values */
function withWholePaths(values) {
  const folder = process.env.INIT_CWD ?? process.cwd()
  return values.map(value => (value.startsWith('-') ? value : path.resolve(folder, value)))
}

/** Far more than the tour takes anywhere, in milliseconds: nobody is there to notice that it stands still. */
const tourLimit = 5 * 60_000

/** Without a graphics card Chromium complains at length of what it then does in software. Our own messages still come. */
const quietEngine = '--log-level=3'

await runScript(async () => {
  const runtime = await setUp({ display: !hasDisplay, tests: false })
  const command = [...(isRoot ? ['--no-sandbox'] : []), root, ...withWholePaths(process.argv.slice(2))]
  if (hasDisplay) return run(runtime.executable, command)

  const folder = path.join(out, 'tour')
  say('There is no display here: doing the same job without a window, on a virtual one.')
  await startVirtualDisplay({ width: 1280, height: 800 })
  const status = await run(
    runtime.executable,
    [...command, quietEngine, '--tour', folder, `--user-data-dir=${path.join(out, 'tour-data')}`],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
      timeout: tourLimit,
    },
  )
  say(status === 0 ? `The screens and the briefing are in ${folder}` : `The app ended with status ${status}.`)
  return status
})
