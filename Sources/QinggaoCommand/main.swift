import QinggaoCLI
print("skeleton")
