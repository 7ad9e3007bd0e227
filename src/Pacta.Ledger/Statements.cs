using Microsoft.Data.Sqlite;

namespace Pacta.Ledger;

/// <summary>The statement that writes an entry, made once for many.</summary>
internal sealed class Insert : IDisposable
{
    private readonly SqliteCommand _command;
    private readonly SqliteParameter _number;
    private readonly SqliteParameter _id;
    private readonly SqliteParameter _recorded;
    private readonly SqliteParameter _stated;
    private readonly SqliteParameter _line;
    private readonly SqliteParameter _sha256;
    private readonly SqliteParameter _chain;

    public Insert(SqliteConnection connection, SqliteTransaction transaction)
    {
        _command = connection.CreateCommand();
        _command.Transaction = transaction;
        _command.CommandText = "INSERT INTO entry (number, id, recorded, stated, line, sha256, chain) VALUES ($number, $id, $recorded, $stated, $line, $sha256, $chain) ON CONFLICT (id) DO NOTHING";
        _number = Parameter("$number", SqliteType.Integer);
        _id = Parameter("$id", SqliteType.Text);
        _recorded = Parameter("$recorded", SqliteType.Integer);
        _stated = Parameter("$stated", SqliteType.Integer);
        _line = Parameter("$line", SqliteType.Text);
        _sha256 = Parameter("$sha256", SqliteType.Blob);
        _chain = Parameter("$chain", SqliteType.Blob);
    }

    /// <returns>False if the id is taken.</returns>
    public bool Run(Tail tail, NewEntry entry, byte[] hash)
    {
        (_number.Value, _id.Value, _recorded.Value, _stated.Value) = (tail.Number, entry.Id, tail.Recorded, entry.Stated is null ? 0 : 1);
        (_line.Value, _sha256.Value, _chain.Value) = (entry.Line, hash, tail.Chain);
        return _command.ExecuteNonQuery() == 1;
    }

    public void Dispose() => _command.Dispose();

    private SqliteParameter Parameter(string name, SqliteType type)
    {
        var parameter = new SqliteParameter(name, type);
        _command.Parameters.Add(parameter);
        return parameter;
    }
}

/// <summary>The statement that finds the entry that has an id, made once for many.</summary>
internal sealed class Find : IDisposable
{
    private readonly SqliteCommand _command;
    private readonly SqliteParameter _id;

    public Find(SqliteConnection connection, SqliteTransaction transaction)
    {
        _command = connection.CreateCommand();
        _command.Transaction = transaction;
        _command.CommandText = "SELECT number, sha256 FROM entry WHERE id = $id";
        _id = _command.Parameters.Add("$id", SqliteType.Text);
    }

    public (long Number, byte[] Sha256) Of(string id)
    {
        _id.Value = id;
        using var reader = _command.ExecuteReader();
        reader.Read();
        return (reader.GetInt64(0), reader.GetFieldValue<byte[]>(1));
    }

    public void Dispose() => _command.Dispose();
}
