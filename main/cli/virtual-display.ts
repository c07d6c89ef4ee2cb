import { spawn } from 'node:child_process'

/**
 * Starts Xvfb on a display number that it finds itself, so that two at once do not meet.
 * @throws Error with a sentence for a person when Xvfb is not installed or does not start
 */
export function startVirtualDisplay(): Promise<{ name: string; stop: () => void }> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x800x24', '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const stop = () => {
    process.off('exit', stop)
    server.kill()
  }
  process.on('exit', stop)
  return new Promise((resolve, reject) => {
    const fail = (reason: string) => {
      const advice = 'Install Xvfb (Debian: apt-get install xvfb), or run where there is a display.'
      reject(new Error(`Printing to PDF needs a display, and Xvfb ${reason}. ${advice}`))
    }
    server.once('error', () => fail('is not installed'))
    server.once('exit', code => fail(`ended at once (${code})`))
    server.stdio[3]?.once('data', number => resolve({ name: `:${String(number).trim()}`, stop }))
  })
}
