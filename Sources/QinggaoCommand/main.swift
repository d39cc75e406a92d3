internal import QinggaoCLI

CommandLineTool().main()
