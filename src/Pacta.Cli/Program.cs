using System.CommandLine;

RootCommand root = new("Agreements between states as code: read them, check them, and monitor what was reported.");

root.SetAction(_ => root.Parse("--help").Invoke());

return root.Parse(args).Invoke();
