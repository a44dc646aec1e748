import { globSync } from 'node:fs'
import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const root = import.meta.dirname

/**
 * Entries of the main build, by where they go: each lies one folder deep under `out/main`, as its source does under
 * `src-main`, because the worker pool finds `../scripts/readScript.worker` from either.
 */
const mainEntries = Object.fromEntries(
  [...globSync('src-main/{electron,loopback,commandLine}/main.ts', { cwd: root }), ...globSync('src-main/*/*.worker.ts', { cwd: root })].map(file => [
    file.replaceAll('\\', '/').replace(/^src-main\//, '').replace(/\.ts$/, ''),
    resolve(root, file),
  ]),
)

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      target: 'node24',
      rolldownOptions: {
        input: mainEntries,
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      rolldownOptions: {
        input: { index: resolve(root, 'src-preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'src-renderer'),
    plugins: [react()],
    build: {
      outDir: resolve(root, 'out/renderer'),
      minify: 'oxc',
      // The page's policy lets fonts come from its own files only, so none may become a data: address.
      assetsInlineLimit: 0,
      rolldownOptions: { input: resolve(root, 'src-renderer/index.html') },
    },
  },
})
