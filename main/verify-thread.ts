import './network-guard.ts'
import { parentPort, workerData } from 'node:worker_threads'
import type { Seal } from './store/disk/sealed-format.ts'
import { verifyCase } from './verify.ts'

// The thread that looks through a backup: it is told a path and a seal, answers a verdict, and ends.

const { path, seal } = workerData as { path: string; seal: Seal | undefined }

void verifyCase(path, seal).then(verdict => parentPort?.postMessage(verdict))
