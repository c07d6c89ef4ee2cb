import './network-guard.ts'
import { parentPort, workerData } from 'node:worker_threads'
import { verifyCase } from './verify.ts'

// The thread that looks through a backup: it is told a path, answers a verdict, and ends.

void verifyCase(String(workerData)).then(verdict => parentPort?.postMessage(verdict))
