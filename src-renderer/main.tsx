import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import './look/fonts.ts'
import './look/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { connect } from './connection/connect.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root')
const connection = connect()
createRoot(root).render(
  <StrictMode>
    <App connection={connection} />
  </StrictMode>,
)
