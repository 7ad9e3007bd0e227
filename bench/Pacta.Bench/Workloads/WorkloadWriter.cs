using System.Buffers.Text;

namespace Pacta.Bench.Workloads;

/// <summary>Where the files of a written workload are.</summary>
internal sealed record WorkloadFiles(string Folder, long Events, long TimePoints)
{
    public string Signature => Path.Combine(Folder, "sig");

    public string Formula => Path.Combine(Folder, "formula");

    public string Log => Path.Combine(Folder, "log");

    public string Table(EventKind kind) => Path.Combine(Folder, kind.Name + ".csv");
}

/// <summary>Writes a workload to a folder: signature, formula and log in the notation of monitors, and if wanted the same events as tables.</summary>
internal static class WorkloadWriter
{
    /// <param name="withTables">Also write <c>KIND.csv</c> for each kind, with the number and the stamp of the time point in front.</param>
    public static WorkloadFiles Write(Workload workload, Size size, string folder, bool withTables)
    {
        Directory.CreateDirectory(folder);
        var files = new WorkloadFiles(folder, 0, 0);
        File.WriteAllText(files.Signature, workload.Signature);
        File.WriteAllText(files.Formula, workload.Formula + "\n");
        using var log = new Text(files.Log);
        Text[] tables = withTables ? [.. workload.Kinds.Select(kind => new Text(files.Table(kind)))] : [];
        for (var i = 0; i < tables.Length; i++)
        {
            tables[i].Write($"tp,ts,{string.Join(',', workload.Kinds[i].Columns.Select(column => column.Name))}\n");
        }

        string[] names = [.. workload.Kinds.Select(kind => " " + kind.Name)];
        var (events, timePoint) = (0L, -1L);
        foreach (var next in workload.Events(size))
        {
            if (next.Begins)
            {
                log.Write(++timePoint == 0 ? "@" : "\n@");
                log.Write(next.Time);
            }

            events++;
            var columns = workload.Kinds[next.Kind].Columns;
            log.Write(names[next.Kind]);
            for (var i = 0; i < columns.Length; i++)
            {
                log.Write(i == 0 ? "(" : ",");
                Column(log, columns[i], next, i);
            }

            log.Write(")");
            if (withTables)
            {
                var table = tables[next.Kind];
                table.Write(timePoint);
                table.Write(",");
                table.Write(next.Time);
                for (var i = 0; i < columns.Length; i++)
                {
                    table.Write(",");
                    Column(table, columns[i], next, i);
                }

                table.Write("\n");
            }
        }

        log.Write("\n");
        foreach (var table in tables)
        {
            table.Dispose();
        }

        return files with { Events = events, TimePoints = timePoint + 1 };
    }

    private static void Column(Text text, Column column, in Event from, int place)
    {
        if (column.Kind == ColumnKind.Party)
        {
            text.Write("p");
        }

        text.Write(place switch { 0 => from.A, 1 => from.B, _ => from.C });
    }

    /// <summary>A file that short pieces of ASCII are written to.</summary>
    private sealed class Text(string path) : IDisposable
    {
        private readonly FileStream _file = new(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        private readonly byte[] _buffer = new byte[256 * 1024];
        private int _used;

        public void Write(string text)
        {
            Room(text.Length);
            _used += System.Text.Encoding.ASCII.GetBytes(text, _buffer.AsSpan(_used));
        }

        public void Write(long number)
        {
            Room(20);
            Utf8Formatter.TryFormat(number, _buffer.AsSpan(_used), out var written);
            _used += written;
        }

        public void Dispose()
        {
            _file.Write(_buffer, 0, _used);
            _file.Dispose();
        }

        private void Room(int bytes)
        {
            if (_buffer.Length - _used < bytes)
            {
                _file.Write(_buffer, 0, _used);
                _used = 0;
            }
        }
    }
}
