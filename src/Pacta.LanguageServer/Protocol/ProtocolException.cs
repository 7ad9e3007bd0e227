namespace Pacta.LanguageServer.Protocol;

/// <summary>A request that is answered with an error.</summary>
internal sealed class ProtocolException(int code, string message) : Exception(message)
{
    public const int ParseError = -32700;
    public const int InvalidRequest = -32600;
    public const int MethodNotFound = -32601;
    public const int InvalidParams = -32602;
    public const int InternalError = -32603;
    public const int NotInitialized = -32002;
    public const int RequestCancelled = -32800;

    /// <summary>The request was right, and cannot be done: its message is for the person before the screen.</summary>
    public const int RequestFailed = -32803;

    public int Code { get; } = code;
}
