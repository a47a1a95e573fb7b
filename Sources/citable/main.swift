print("citable")
