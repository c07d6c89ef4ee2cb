// A virtual display, for machines without one and for the tests.
import { spawn } from 'node:child_process'
import { SetupError } from './project.mjs'

export const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

/**
 * Starts Xvfb on a free display, sets DISPLAY for what this process starts, and stops it when this process ends.
 * @param {{ width: number, height: number }} [screen] in pixels
 * @returns {Promise<() => void>} stops it
 */
export async function startVirtualDisplay(screen = { width: 1920, height: 1080 }) {
  // Xvfb itself finds the free number and writes it to the descriptor named here: no race with another one starting.
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', `${screen.width}x${screen.height}x24`, '-nolisten', 'tcp', '-noreset'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  )
  const numbers = /** @type {import('node:net').Socket} */ (server.stdio[3])
  const number = await new Promise((resolve, reject) => {
    server.once('error', error => reject(new SetupError(`Xvfb could not be started: ${error.message}`)))
    server.once('exit', code => reject(new SetupError(`Xvfb ended at once with status ${code}`)))
    numbers.once('data', data => resolve(String(data).trim()))
  })
  const stop = () => {
    server.kill()
  }
  process.on('exit', stop)
  server.unref()
  numbers.unref()
  process.env.DISPLAY = `:${number}`
  delete process.env.WAYLAND_DISPLAY
  return stop
}
