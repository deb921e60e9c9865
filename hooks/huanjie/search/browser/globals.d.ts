interface Window { huanjieSearch?: (name: string, payload: any) => void }
