// Types of what Vite makes importable: style sheets and other assets.
/// <reference types="vite/client" />
