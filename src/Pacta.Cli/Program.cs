using System.Text;
using Pacta.Cli;
using Pacta.Cli.Hosting;

using var output = new PipeTolerantStream(Console.OpenStandardOutput());
using var error = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\n" };
return App.Run(args, Host.OfConsole(output, error));
